import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
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
  /** Of the window that asks; `undefined` for anything that is not one of ours. */
  readonly handlersFor: (contents: WebContents) => HostHandlers | undefined;
  /** Bugs end here; the window is only told that there was one. */
  readonly logError: (error: unknown) => void;
}

function isFromOurWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

/** In the form in which it was asked, but for bytes, which are quick to copy and long in JSON. */
const inFormOf = (asked: unknown, reply: Reply<unknown>): Reply<unknown> | string =>
  typeof asked !== 'string' || (reply.ok && reply.value instanceof Uint8Array)
    ? reply
    : JSON.stringify(reply);

/** Answers every method of the contract. Arguments are parsed before a handler sees them; nothing is ever thrown across. */
export function answerCalls(ipcMain: IpcMain, { handlersFor, logError }: IpcOptions): void {
  const answer = async (
    name: HostMethodName,
    event: IpcMainInvokeEvent,
    args: unknown,
  ): Promise<Reply<unknown>> => {
    const handlers = isFromOurWindow(event) ? handlersFor(event.sender) : undefined;
    if (handlers === undefined) return refused('not-allowed', 'Only Chancery’s own window may ask this.');
    const parsed = parseArguments(name, args);
    if (!parsed.ok) {
      logError(new Error(parsed.error.message));
      return refused(
        'bad-arguments',
        'Chancery asked itself for something in the wrong form. It is noted in the log.',
      );
    }
    try {
      const handler = handlers[name] as (parsed: unknown) => Promise<Reply<unknown>> | Reply<unknown>;
      return await handler(parsed.value);
    } catch (error) {
      logError(error);
      return refused(
        'bug',
        'Something went wrong in Chancery itself. Nothing was changed; the log has the details.',
      );
    }
  };
  for (const name of Object.keys(hostMethods) as HostMethodName[]) {
    ipcMain.handle(`host:${name}`, async (event, args: unknown) =>
      inFormOf(args, await answer(name, event, args)),
    );
  }
}
