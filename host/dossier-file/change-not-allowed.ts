/** Stops a change before it begins: nothing has been written. */
export class ChangeNotAllowed extends Error {
  override readonly name = 'ChangeNotAllowed';
  readonly reason: 'read-only' | 'file-gone';

  constructor(reason: 'read-only' | 'file-gone') {
    super(`A change was not allowed: ${reason}`);
    this.reason = reason;
  }
}
