import { contextBridge, ipcRenderer } from 'electron';
import { hostEventNames, hostMethods, type HostBridge, type HostMethodName } from '../core/host-contract.ts';

/** The only thing the window gets: one function per method of the contract, and the events that it names. */
const bridge: HostBridge = {
  methods: Object.fromEntries(
    (Object.keys(hostMethods) as HostMethodName[]).map((name) => [
      name,
      (args: unknown) => ipcRenderer.invoke(`host:${name}`, args),
    ]),
  ) as unknown as HostBridge['methods'],
  on(event, listener) {
    if (!hostEventNames.includes(event)) throw new Error(`No such event: ${event}`);
    const relay = (_event: unknown, payload: unknown) => {
      // What each event carries is the contract's word, kept by the host's side of it.
      listener(payload as never);
    };
    ipcRenderer.on(`event:${event}`, relay);
    return () => {
      ipcRenderer.off(`event:${event}`, relay);
    };
  },
};

contextBridge.exposeInMainWorld('chanceryHost', bridge);
