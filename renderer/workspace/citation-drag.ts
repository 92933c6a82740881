import type { CitationTarget } from '../../core/note-tree/note-tree.ts';

/** What is dragged from a source or a card into the note. */
const citationDragType = 'application/x-chancery-citation';

export function dragCitation(transfer: DataTransfer, targets: readonly CitationTarget[], text: string): void {
  transfer.setData(citationDragType, JSON.stringify(targets));
  // Outside of Chancery it is the quotation.
  transfer.setData('text/plain', text);
  transfer.effectAllowed = 'copy';
}
