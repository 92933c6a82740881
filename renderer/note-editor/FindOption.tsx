interface FindOptionProps {
  readonly isOn: boolean;
  readonly name: string;
  readonly onToggle: (isOn: boolean) => void;
  /** What is drawn on the button; it is heard by its name. */
  readonly sign: string;
}

/** A way of finding that is on or off. */
export function FindOption({ isOn, name, onToggle, sign }: FindOptionProps) {
  return (
    <button
      type="button"
      className="icon-button find-option"
      aria-pressed={isOn}
      aria-label={name}
      title={name}
      data-sign={sign}
      onClick={() => {
        onToggle(!isOn);
      }}
    />
  );
}
