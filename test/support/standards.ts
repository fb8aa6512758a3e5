/** A small standard of one's own, as the data of its file. */
export function givenStandard(given: object = {}, prefix = 'own'): object {
  const name = { en: 'Name', es: 'Nombre', pt: 'Nome' };
  const element = (id: string) => ({ id: `${prefix}.${id}`, name, description: '', lookFor: [] });
  const { elements, ...rest } = { elements: undefined, ...given };
  return {
    id: 'own-test',
    version: '1',
    kind: 'verdict',
    title: name,
    body: 'Somebody',
    year: 2026,
    source: { title: 'A text', url: 'https://example.org', paragraphs: [] },
    verified: { yes: false, how: 'Not verified.' },
    subjects: ['rule'],
    routes: ['rules'],
    binds: [],
    elements: elements ?? ['a', 'b'].map(element),
    rule: { op: 'and', args: [{ ref: `${prefix}.a` }, { ref: `${prefix}.b` }] },
    exceptions: [],
    ...rest,
  };
}
