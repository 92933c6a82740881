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

/** Asks in JSON, which the bridge copies at once. */
function inJson(method: (json: string) => Promise<unknown>) {
  return async (args: unknown): Promise<unknown> => {
    const reply = await method(JSON.stringify(args));
    return typeof reply === 'string' ? JSON.parse(reply) : reply;
  };
}

/** The window's only way out. */
export function connectHost(bridge: HostBridge = window.chanceryHost): Host {
  // The keys, and what each takes and gives, stay what they were; TypeScript can't follow a map over methods.
  const methods = Object.fromEntries(
    Object.entries(bridge.methods).map(([name, method]) => [name, inJson(method)]),
  ) as unknown as HostClient;
  return { ...methods, on: bridge.on };
}
