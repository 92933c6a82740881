import type { HostBridge, HostClient } from '../core/host-contract.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly chanceryHost: HostBridge;
  }
}

export interface Host extends HostClient {
  readonly on: HostBridge['on'];
}

const holdsBytes = (args: object) => Object.values(args).some((value) => value instanceof Uint8Array);

/** Asks in JSON, which the bridge copies at once; but for bytes, which are quick to copy and long in JSON. */
function inJson(method: (args: unknown) => Promise<unknown>) {
  return async (args: object): Promise<unknown> => {
    const reply = await method(holdsBytes(args) ? args : JSON.stringify(args));
    return typeof reply === 'string' ? JSON.parse(reply) : reply;
  };
}

/** The window's only way out. */
export function connectHost(bridge: HostBridge = window.chanceryHost): Host {
  // The keys, and what each takes and gives, stay what they were; TypeScript can't follow a map over methods.
  const methods = Object.fromEntries(
    Object.entries(bridge.methods).map(([name, method]) => [
      name,
      inJson(method as (args: unknown) => Promise<unknown>),
    ]),
  ) as unknown as HostClient;
  return { ...methods, on: bridge.on };
}
