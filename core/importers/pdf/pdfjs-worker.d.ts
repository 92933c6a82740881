/** The half of pdf.js that parses; it comes without types. Loading it sets `globalThis.pdfjsWorker`, which the other half looks for. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
