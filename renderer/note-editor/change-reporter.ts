const pause = 150; // milliseconds without a change until it is reported
const longest = 300; // milliseconds after which it is reported although typing goes on

export interface ChangeReporter {
  /** Something changed; it will be reported soon. */
  changed(): void;
  /** Reports now what is still to be reported. */
  flush(): void;
  /** Forgets what is still to be reported. */
  stop(): void;
}

/** Calls `report` once for a burst of changes: reading the whole note at every key would be felt. */
export function createChangeReporter(report: () => void): ChangeReporter {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(quiet);
    clearTimeout(latest);
    quiet = undefined;
    latest = undefined;
  };
  const flush = () => {
    if (latest === undefined) return;
    stop();
    report();
  };
  return {
    changed() {
      clearTimeout(quiet);
      quiet = setTimeout(flush, pause);
      latest ??= setTimeout(flush, longest);
    },
    flush,
    stop,
  };
}
