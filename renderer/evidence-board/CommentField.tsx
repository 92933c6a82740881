import { useEffect, useRef, useState } from 'react';

interface CommentFieldProps {
  readonly comment: string;
  readonly onKeep: (comment: string) => void;
  readonly onDone: (leftBy: 'key' | 'elsewhere') => void;
}

/** The comment of one card while it is written: Enter keeps it, Escape leaves it as it was. */
export function CommentField({ comment, onKeep, onDone }: CommentFieldProps) {
  const [text, setText] = useState(comment);
  const field = useRef<HTMLTextAreaElement>(null);
  const isKept = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(comment.length, comment.length);
    // oxlint-disable-next-line react/exhaustive-deps -- only as it opens: what is being typed is not to be disturbed
  }, []);

  const leave = (leftBy: 'key' | 'elsewhere', keep: boolean) => {
    if (isKept.current) return;
    isKept.current = true;
    if (keep && text.trim() !== comment) onKeep(text.trim());
    onDone(leftBy);
  };
  return (
    <textarea
      ref={field}
      className="evidence-comment-field"
      aria-label="Comment"
      placeholder="Comment…"
      maxLength={20_000}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={() => {
        leave('elsewhere', true);
      }}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
        event.preventDefault();
        leave('key', event.key === 'Enter');
      }}
    />
  );
}
