import { useMemo, useRef, useState } from 'react';
import type { Source } from '../../core/dossier/source.ts';
import type { Bibliography } from './describe-commands.ts';
import { describedBy, faultsIn, formOf, isSameDescription, type FaultyField } from './source-form.ts';
import type { Workspace } from './workspace.ts';

export type SourceFormState = ReturnType<typeof useSourceForm>;

interface Message {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

const allFaulty: readonly FaultyField[] = ['title', 'URL', 'language', 'side', 'as-of'];

/** The state of the form, and what can be done with it; over fifty lines, as all of it is one state. */
export function useSourceForm(workspace: Workspace, source: Source) {
  const [form, setForm] = useState(() => formOf(source));
  const [left, setLeft] = useState<ReadonlySet<FaultyField>>(new Set());
  const [message, setMessage] = useState<Message | null>(null);
  const [bibliography, setBibliography] = useState<Bibliography | null>(null);
  const [isAsking, setAsking] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const saving = useRef(false);

  const faults = useMemo(() => faultsIn(form, source), [form, source]);
  const shownFaults = new Map([...faults].filter(([field]) => left.has(field)));
  const isChanged = () => !isSameDescription(source, describedBy(form));
  const close = () => {
    workspace.openDialog(null);
  };

  const save = async () => {
    if (saving.current) return;
    setAsking(false);
    setLeft(new Set(allFaulty));
    if (faults.size > 0) {
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    saving.current = true;
    const text = await workspace.descriptions.describe(source.id, describedBy(form));
    saving.current = false;
    if (text === null) close();
    else setMessage({ kind: 'refused', text });
  };

  const pick = async () => {
    setMessage(null);
    const picked = await workspace.descriptions.pickBibliography();
    if (!picked.ok) setMessage({ kind: 'refused', text: picked.error.message });
    else if (picked.value !== null) setBibliography(picked.value);
  };

  /** What Escape and a click beside the dialog do: one step back, and never with changes lost. */
  const leave = () => {
    if (bibliography !== null) setBibliography(null);
    else if (isAsking) setAsking(false);
    else if (isChanged()) setAsking(true);
    else close();
  };

  return {
    form,
    setForm,
    shownFaults,
    setLeft,
    message,
    setMessage,
    bibliography,
    setBibliography,
    isAsking,
    setAsking,
    body,
    close,
    save,
    pick,
    leave,
  };
}
