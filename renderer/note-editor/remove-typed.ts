import { $getNodeByKey, $isTextNode } from 'lexical';
import type { TypedAtCaret } from './use-typed-at-caret.ts';

/** Takes away what was typed to choose by, and leaves the caret there. `false` when it is gone. Call inside an update. */
export function $removeTyped(typed: TypedAtCaret): boolean {
  const node = $getNodeByKey(typed.node);
  if (!$isTextNode(node)) return false;
  node.spliceText(typed.start, typed.end - typed.start, '', true);
  if (node.getTextContentSize() > 0) return true;
  const parent = node.getParentOrThrow();
  const at = node.getIndexWithinParent();
  node.remove(true);
  parent.select(at, at);
  return true;
}
