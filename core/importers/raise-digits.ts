const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A number that was set above the line, with digits that stand there; any other text as it is. A note's mark or an
 * exponent must not become part of a figure: “2025” with note 3, 10 to the 6th.
 */
export function raiseDigits(text: string): string {
  if (!/^\s*\d+\s*$/.test(text)) return text;
  return text.replace(/[0-9]/g, (digit) => raisedDigits.charAt(Number(digit)));
}
