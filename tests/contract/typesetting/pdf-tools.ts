import { spawnSync } from 'node:child_process';

const debianPackage = {
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  qpdf: 'qpdf',
};

/** Runs a tool that reads PDF, and gives its output. Throws with the package to install where it is missing. */
export function runPdfTool(tool: keyof typeof debianPackage, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (error !== undefined) {
    throw new Error(`This test needs ${tool}: install the Debian package ${debianPackage[tool]}.`, {
      cause: error,
    });
  }
  if (status !== 0) throw new Error(`${tool} ended with ${String(status)}: ${stdout}${stderr}`);
  return stdout;
}
