import type { Database } from './database.ts';

/** What a dossier says of itself. */
export interface DossierProperties {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  /** The sample that the first start makes. */
  readonly isSample: boolean;
}

export function writeProperties(database: Database, properties: DossierProperties): void {
  const { id, title, createdAt, isSample } = properties;
  const rows = [
    ['id', id],
    ['title', title],
    ['created_at', createdAt],
    ['sample', isSample ? 'yes' : 'no'],
  ];
  for (const row of rows) {
    database.run(
      'INSERT INTO properties (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      row,
    );
  }
}

export function readProperties(database: Database): DossierProperties {
  const values = new Map(
    database
      .all('SELECT key, value FROM properties')
      .map((row) => [String(row['key']), String(row['value'])]),
  );
  return {
    id: values.get('id') ?? '',
    title: values.get('title') ?? '',
    createdAt: values.get('created_at') ?? '',
    isSample: values.get('sample') === 'yes',
  };
}
