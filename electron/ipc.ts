import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import {
  hostMethods,
  parseArguments,
  type HostHandlers,
  type HostMethodName,
  type Reply,
} from '../core/host-contract.ts';
import { refused } from '../core/result.ts';
import { isAppUrl } from './app-protocol.ts';

interface IpcOptions {
  readonly handlers: HostHandlers;
  /** Bugs end here; the window is only told that there was one. */
  readonly logError: (error: unknown) => void;
}

function isFromOurWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

/** Answers every method of the contract. Arguments are parsed before a handler sees them; nothing is ever thrown across. */
export function answerCalls(ipcMain: IpcMain, { handlers, logError }: IpcOptions): void {
  for (const name of Object.keys(hostMethods) as HostMethodName[]) {
    const handler = handlers[name] as (args: unknown) => Promise<Reply<unknown>> | Reply<unknown>;
    ipcMain.handle(`host:${name}`, async (event, args: unknown): Promise<Reply<unknown>> => {
      if (!isFromOurWindow(event)) return refused('not-allowed', 'Only Chancery’s own window may ask this.');
      const parsed = parseArguments(name, args);
      if (!parsed.ok) {
        logError(new Error(parsed.error.message));
        return refused(
          'bad-arguments',
          'Chancery asked itself for something in the wrong form. It is noted in the log.',
        );
      }
      try {
        return await handler(parsed.value);
      } catch (error) {
        logError(error);
        return refused(
          'bug',
          'Something went wrong in Chancery itself. Nothing was changed; the log has the details.',
        );
      }
    });
  }
}
