import {
  $getRoot,
  $isElementNode,
  $isTabNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';

/** A part of a run, as far as it lies in one node. */
interface RunPiece {
  readonly key: NodeKey;
  /** Of its first letter in the run, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

/** Text that is read in one go, whatever its formats are. It ends at a citation, a footnote’s mark, a break, and the block. */
export interface TextRun {
  readonly text: string;
  readonly pieces: readonly RunPiece[];
}

/** Text that can be changed letter by letter. */
function isPlainText(node: LexicalNode): node is TextNode {
  return $isTextNode(node) && !$isTabNode(node) && !node.isToken() && !node.isSegmented();
}

/** Every run of the note, in order: also those of tables, quotations and own footnotes. */
export function $textRuns(): TextRun[] {
  const runs: TextRun[] = [];
  let open: TextNode[] = [];
  const close = () => {
    if (open.length === 0) return;
    let text = '';
    const pieces = open.map((node) => {
      const start = text.length;
      const own = node.getTextContent();
      text += own;
      return { key: node.getKey(), start, length: own.length };
    });
    runs.push({ text, pieces });
    open = [];
  };
  const $visit = (node: LexicalNode): void => {
    if (isPlainText(node)) {
      open.push(node);
    } else if ($isElementNode(node)) {
      if (!node.isInline()) close();
      for (const child of node.getChildren()) $visit(child);
      if (!node.isInline()) close();
    } else {
      close();
    }
  };
  $visit($getRoot());
  return runs;
}

/** The node and the offset in it where an offset of a run lies; at an edge of two nodes, the one that begins or ends there. */
export function pointInRun({ pieces }: TextRun, offset: number, edge: 'start' | 'end') {
  const piece = pieces.find(({ start, length }) =>
    edge === 'start' ? offset < start + length : offset <= start + length,
  );
  const there = piece ?? pieces.at(-1);
  return there === undefined ? null : { key: there.key, offset: offset - there.start };
}
