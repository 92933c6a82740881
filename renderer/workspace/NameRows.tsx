import { useRef } from 'react';
import { emptyRow, type NameRow } from './name-rows.ts';

interface NameRowsProps {
  /** `Authors`. */
  readonly title: string;
  /** `author`, of one of them. */
  readonly one: string;
  readonly rows: readonly NameRow[];
  readonly onChange: (rows: readonly NameRow[]) => void;
}

/** Names as rows: a person with a family and a given name, or an organisation with one. */
export function NameRows({ title, one, rows, onChange }: NameRowsProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  const made = useRef(0);

  const put = (row: NameRow) => {
    onChange(rows.map((each) => (each.key === row.key ? row : each)));
  };
  const focusLast = (selector: string) => {
    requestAnimationFrame(() => {
      [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.focus();
    });
  };
  const add = (kind: NameRow['kind']) => {
    made.current += 1;
    onChange([...rows, emptyRow(`new ${String(made.current)}`, kind)]);
    focusLast('[data-first]');
  };
  const remove = (key: string) => {
    onChange(rows.filter((row) => row.key !== key));
    focusLast('[data-add]');
  };

  return (
    <fieldset className="name-rows" ref={list}>
      <legend>{title}</legend>
      {rows.map((row, index) => {
        const nth = `${one} ${String(index + 1)}`;
        const text = (field: 'family' | 'given' | 'whole', name: string) => (
          <input
            {...(field === 'given' ? {} : { 'data-first': '' })}
            aria-label={`${name}, ${nth}`}
            placeholder={name}
            value={row[field]}
            onChange={(event) => {
              put({ ...row, [field]: event.target.value });
            }}
          />
        );
        return (
          <div key={row.key} className="name-row" data-kind={row.kind}>
            {row.kind === 'person' ? (
              <>
                {text('family', 'Family name')}
                {text('given', 'Given names')}
              </>
            ) : (
              text('whole', 'Organisation')
            )}
            <button
              type="button"
              className="icon-button"
              aria-label={`Remove ${nth}`}
              title="Remove"
              onClick={() => {
                remove(row.key);
              }}
            >
              ×
            </button>
          </div>
        );
      })}
      <div className="name-row-buttons">
        <button
          type="button"
          className="link-button"
          data-add=""
          onClick={() => {
            add('person');
          }}
        >
          Add a person
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            add('organisation');
          }}
        >
          Add an organisation
        </button>
      </div>
    </fieldset>
  );
}
