/**
 * Node and SQLite wait for a file as long as the system does, and a share whose server is gone may keep them waiting for
 * minutes, with every window. So before a file is touched, the system is asked about it on a thread of its own, and only
 * as long as people wait.
 */
import { stat } from 'node:fs/promises';

const patience = 3_000; // milliseconds

export interface DriveWatch {
  /**
   * Whether the drive of a path answers, be it to say that there is nothing at it. Never throws.
   * @param most milliseconds, where less than usual is to be waited
   */
  answers(path: string, most?: number): Promise<boolean>;
}

interface DriveWatchOptions {
  /** Asks the system; rejecting is an answer as well. */
  readonly ask?: (path: string) => Promise<unknown>;
  /** Milliseconds. */
  readonly patience?: number;
}

export const drivePatienceMessage =
  'The drive with this dossier does not answer just now. Nothing is lost: check the network or the stick, then try again.';

/** One question at a time for each path: each that hangs holds one of the few threads that Node has for files. */
export function createDriveWatch({
  ask = stat,
  patience: usual = patience,
}: DriveWatchOptions = {}): DriveWatch {
  const asked = new Map<string, { readonly answer: Promise<true>; overdue: boolean }>();

  const begin = (path: string) => {
    const answer = ask(path).then(
      (): true => true,
      (): true => true,
    );
    const question = { answer, overdue: false };
    asked.set(path, question);
    void answer.then(() => asked.delete(path));
    return question;
  };

  return {
    async answers(path, most = usual) {
      const question = asked.get(path) ?? begin(path);
      if (question.overdue) return false;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => {
          question.overdue = true;
          resolve(false);
        }, most);
      });
      try {
        return await Promise.race([question.answer, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
