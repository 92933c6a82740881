import { $getSelection, $isRangeSelection, type ElementNode } from 'lexical';

/** Moves what `from` holds from `start` on to the end of `to`, and a caret that stands between those children with it. */
export function $moveChildren(from: ElementNode, start: number, to: ElementNode): void {
  const children = from.getChildren().slice(start);
  const shift = to.getChildrenSize() - start;
  const selection = $getSelection();
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
  const moving = points
    .filter(({ key, type, offset }) => type === 'element' && key === from.getKey() && offset >= start)
    // A caret at the end of what stays is in what stays.
    .filter(({ offset }) => start === 0 || offset > start)
    .map((point) => ({ point, offset: point.offset + shift }));
  to.splice(to.getChildrenSize(), 0, children);
  for (const { point, offset } of moving) point.set(to.getKey(), offset, 'element');
}
