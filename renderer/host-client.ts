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

/** The window's only way out. */
export function connectHost(bridge: HostBridge = window.chanceryHost): Host {
  return { ...bridge.methods, on: bridge.on };
}
