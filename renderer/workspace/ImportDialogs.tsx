import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState, type ClipboardEvent } from 'react';
import type { ImportedDocument } from '../../core/dossier/source.ts';
import type { Pasted } from '../../core/importers/pasted/import-pasted.ts';
import { fileSize } from './file-size.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './import.css';

/** Which files were added and which were not, and what came attached to them. */
export function ImportReportView({ workspace }: { readonly workspace: Workspace }) {
  const report = useStore(workspace.store, (state) => state.importReport);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  if (report === null) return null;
  const { added, refused, attachments } = report;
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        workspace.openDialog(null);
        void workspace.imports.addAttachments(attachments.filter((_, index) => chosen.has(index)));
      }}
    >
      <div className="dialog-scroll">
        {added.length > 0 && (
          <>
            <h3>Added</h3>
            <ul className="import-list">
              {added.map(({ source, numberedParagraphs }) => (
                <li key={source.id}>
                  <span className="source-label">{source.label}</span> {source.title}{' '}
                  <small>{numberedParagraphs} ¶</small>
                </li>
              ))}
            </ul>
          </>
        )}
        {refused.length > 0 && (
          <>
            <h3>Not added</h3>
            <ul className="import-list">
              {refused.map(({ name, text }) => (
                <li key={name}>
                  <p className="refusal">{text}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {attachments.length > 0 && (
          <fieldset className="choices">
            <legend>Attached files: add as sources of their own</legend>
            {attachments.map(({ fileName, bytes }, index) => (
              <label key={`${fileName} ${String(index)}`}>
                <input
                  type="checkbox"
                  checked={chosen.has(index)}
                  onChange={() => {
                    toggle(index);
                  }}
                />
                {fileName}
                <small>{fileSize(bytes.length)}</small>
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Close</Dialog.Close>
        {attachments.length > 0 && (
          <button type="submit" className="button primary" disabled={chosen.size === 0}>
            Add the chosen
          </button>
        )}
      </div>
    </form>
  );
}

type Read =
  | { readonly state: 'waiting' | 'reading' }
  | { readonly state: 'refused'; readonly text: string }
  | { readonly state: 'read'; readonly pasted: Pasted; readonly document: ImportedDocument };

/** Takes text out of another program as a source, and shows what it would become. */
export function PasteSource({ workspace }: { readonly workspace: Workspace }) {
  const [read, setRead] = useState<Read>({ state: 'waiting' });
  const [title, setTitle] = useState('');
  const latest = useRef(0);
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const pasted: Pasted = {
      text: event.clipboardData.getData('text/plain'),
      ...(html === '' ? {} : { html }),
    };
    event.preventDefault();
    const question = (latest.current += 1);
    setRead({ state: 'reading' });
    void workspace.imports.readPasted(pasted).then((result) => {
      if (question !== latest.current) return;
      if (!result.ok) {
        setRead({ state: 'refused', text: result.error.message });
        return;
      }
      setTitle(result.value.title);
      setRead({ state: 'read', pasted, document: result.value });
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read.state !== 'read') return;
        void workspace.imports.addPasted(read.pasted, read.document, title.trim()).then((text) => {
          if (text === null) workspace.openDialog(null);
          else setRead({ state: 'refused', text });
        });
      }}
    >
      {read.state === 'read' ? (
        <>
          <label className="field">
            Title
            <input
              value={title}
              maxLength={1_000}
              onChange={(event) => {
                setTitle(event.target.value);
              }}
            />
          </label>
          <ol className="paste-preview" aria-label="Paragraphs" onPaste={paste}>
            {read.document.paragraphs.slice(0, 200).map((paragraph, index) => (
              <li key={index} data-kind={paragraph.kind} data-leftover={paragraph.leftover ? '' : undefined}>
                {paragraph.text}
              </li>
            ))}
          </ol>
          <p role="status">
            {read.document.paragraphs.length === 1
              ? '1 paragraph.'
              : `${String(read.document.paragraphs.length)} paragraphs.`}{' '}
            Paste again to take something else.
          </p>
        </>
      ) : (
        <>
          <div
            className="paste-place"
            tabIndex={0}
            role="textbox"
            aria-label="Paste here"
            aria-multiline="true"
            onPaste={paste}
          >
            {read.state === 'reading'
              ? 'Reading…'
              : 'Copy the text in the other program, then press Ctrl+V here.'}
          </div>
          {read.state === 'refused' && (
            <p className="refusal" role="alert">
              {read.text}
            </p>
          )}
        </>
      )}
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button
          type="submit"
          className="button primary"
          disabled={read.state !== 'read' || title.trim() === ''}
        >
          Add as a source
        </button>
      </div>
    </form>
  );
}
