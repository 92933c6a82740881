import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/**
 * What axe has to say about the window as it is now: one line for each fault. Left out are the ends of an open menu,
 * which pass the keyboard on as soon as it reaches them.
 */
export async function axeFaults(window: Page): Promise<readonly string[]> {
  await window.evaluate(
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  return window.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: unknown, options: unknown): Promise<AxeResults> };
    };
    const { violations } = await axe.run(
      { exclude: ['[data-base-ui-focus-guard]'] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`),
    );
  });
}
