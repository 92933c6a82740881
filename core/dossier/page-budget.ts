import type { Template } from './template.ts';

const usualBudgets: Readonly<Record<string, number>> = { readout: 2, 'briefing-note': 2 };

/** Pages that a note of this template may have; `null`: as many as it takes. */
export function pageBudgetOf(template: Template & { readonly pageBudget?: number | null }): number | null {
  return template.pageBudget === undefined ? (usualBudgets[template.key] ?? null) : template.pageBudget;
}
