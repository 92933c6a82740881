import type { Code, Construct, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    noteCitation: 'noteCitation';
    noteBlockMark: 'noteBlockMark';
  }
}

/**
 * A piece of a line that is known by a regular expression, for micromark's tokenizer.
 * `stem` matches every beginning of it, `whole` all of it, and `tail` what may follow and belongs to it as well.
 * Written in escapes (`\[^A12]`) it never gets here, which is why these are tokens and not found in text afterwards.
 */
export function shortConstruct(
  type: 'noteCitation' | 'noteBlockMark',
  { stem, whole, tail }: { readonly stem: RegExp; readonly whole: RegExp; readonly tail?: RegExp },
): Construct {
  return {
    name: type,
    tokenize(effects, ok, nok) {
      let text = '';
      const finish: State = (code) => {
        effects.exit(type);
        return ok(code);
      };
      const next = (code: Code): State | undefined => {
        if (code === null || code < 0) return nok(code);
        text += String.fromCharCode(code);
        if (whole.test(text)) {
          effects.consume(code);
          if (tail === undefined) return finish;
          return effects.attempt({ tokenize: tokenizeTail(tail), partial: true }, finish, finish);
        }
        if (!stem.test(text)) return nok(code);
        effects.consume(code);
        return next;
      };
      return (code) => {
        effects.enter(type);
        return next(code);
      };
    },
  };
}

function tokenizeTail(tail: RegExp): Construct['tokenize'] {
  const longest = 80; // characters; nothing that belongs to a citation is longer
  return (effects, ok, nok) => {
    let text = '';
    const next = (code: Code): State | undefined => {
      if (code === null || code < 0 || text.length > longest) return nok(code);
      text += String.fromCharCode(code);
      if (!'<!--'.startsWith(text.slice(0, 4))) return nok(code);
      effects.consume(code);
      return tail.test(text) ? ok : next;
    };
    return next;
  };
}
