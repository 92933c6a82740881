/**
 * How expected failures travel: as values with a named reason and a sentence for a person.
 * A bug is never one of these; it throws.
 */
export interface Refusal<Code extends string = string> {
  /** Stable, kebab-case, for programs: `quote-not-found`. */
  readonly code: Code;
  /** One or two sentences for a person: what happened and what to do. No stack, no path they did not choose. */
  readonly message: string;
}

export type Result<Value, Code extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Refusal<Code> };

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Code extends string>(
  code: Code,
  message: string,
): { readonly ok: false; readonly error: Refusal<Code> } {
  return { ok: false, error: { code, message } };
}
