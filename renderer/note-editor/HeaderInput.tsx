import { type KeyboardEvent, useRef } from 'react';

interface HeaderInputProps {
  readonly id: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly className: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** At every key. */
  readonly onType: (value: string) => void;
  /** Once, when it is left with another value than it was entered with. */
  readonly onDone: (before: string, after: string) => void;
  /** Enter: the field is done, the next one is wanted. */
  readonly onNext: (from: HTMLElement) => void;
}

/** One line of the header, which grows with its text and looks like text until it is entered. */
export function HeaderInput(props: HeaderInputProps) {
  const { id, value, readOnly, className, label, placeholder, onType, onDone, onNext } = props;
  const before = useRef(value);

  const finish = () => {
    if (before.current === value) return;
    onDone(before.current, value);
    before.current = value;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ';
    // What is still being typed here is the field's own to undo; afterwards it is a step of the workspace.
    if (isUndo && before.current !== value) event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      finish();
      onNext(event.currentTarget);
    }
  };

  return (
    <textarea
      id={id}
      className={className}
      value={value}
      rows={1}
      readOnly={readOnly}
      dir="auto"
      spellCheck={false}
      aria-label={label}
      placeholder={placeholder}
      onFocus={() => {
        before.current = value;
      }}
      onChange={(event) => {
        onType(event.currentTarget.value.replace(/\s*[\n\t]\s*/g, ' '));
      }}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}
