import type { ReactNode } from 'react';
import type { EditorActionName } from '../../core/editor-actions.ts';

const lines = (...paths: string[]): ReactNode => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="toolbar-icon">
    {paths.map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);

/** Drawn for those actions that have a button of their own. */
export const toolbarIcons: Partial<Record<EditorActionName, ReactNode>> = {
  bold: <b aria-hidden="true">B</b>,
  italic: <i aria-hidden="true">I</i>,
  strikethrough: <s aria-hidden="true">S</s>,
  'bullet-list': lines('M6 4h8', 'M6 8h8', 'M6 12h8', 'M2.5 4h.01', 'M2.5 8h.01', 'M2.5 12h.01'),
  'numbered-list': lines(
    'M6.5 4H14',
    'M6.5 8H14',
    'M6.5 12H14',
    'M1.8 3l1-.6V6',
    'M1.6 10.2c.3-.9 2-.8 1.9.2C3.4 11.2 1.6 12 1.6 13h2',
  ),
  quotation: lines('M3 3v10', 'M6.5 5H14', 'M6.5 8H14', 'M6.5 11H11'),
  comment: lines('M2.5 3.5h11v7h-6L4.5 13v-2.5h-2z'),
  'insert-table': lines('M2 3h12v10H2z', 'M2 6.3h12', 'M2 9.7h12', 'M6 3v10', 'M10 3v10'),
};
