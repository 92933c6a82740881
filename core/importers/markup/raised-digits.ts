const plain = '0123456789-−+';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺';

/**
 * The digits and signs as superscripts. A note's mark or an exponent must not become part of a figure: “2025” with note 3 is not
 * 20253, and 10 to the 6th is not 106.
 */
export const raiseDigits = (text: string): string =>
  text.replace(/[0-9−+-]/g, (sign) => raised.charAt(plain.indexOf(sign)));
