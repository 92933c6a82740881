/** What pdf.js needs and not even its `legacy` build brings along. Node has both from version 22, Chrome from 119. */
export function supplyForPdfjs(): void {
  supply(Promise, 'withResolvers', function withResolvers() {
    let resolve: ((value: unknown) => void) | undefined;
    let reject: ((reason: unknown) => void) | undefined;
    const promise = new Promise((onDone, onFailure) => {
      resolve = onDone;
      reject = onFailure;
    });
    return { promise, resolve, reject };
  });
  supply(
    ArrayBuffer.prototype,
    'transferToFixedLength',
    // A copy: nobody can tell it from a transfer but who still holds the old buffer, which pdf.js lets go of.
    function transferToFixedLength(this: ArrayBuffer, newLength = this.byteLength) {
      const copy = new Uint8Array(newLength);
      copy.set(new Uint8Array(this, 0, Math.min(newLength, this.byteLength)));
      return copy.buffer;
    },
  );
}

function supply(owner: object, name: string, value: unknown): void {
  if (name in owner) return;
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
}
