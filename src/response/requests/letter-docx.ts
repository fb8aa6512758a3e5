/** A letter as a DOCX, for who edits it before it is sent. */
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import type { Letter } from '#response/requests/draft.ts';

const NUMBERED = 'questions';
/** Twentieths of a point. */
const AFTER = 160;

export async function letterDocx({
  language,
  subject,
  head,
  opening,
  questions,
  closing,
  from,
}: Letter): Promise<Uint8Array> {
  const plain = (text: string) => new Paragraph({ text, spacing: { after: AFTER } });
  const document = new Document({
    title: subject,
    creator: 'Probanza',
    lastModifiedBy: 'Probanza',
    styles: { default: { document: { run: { language: { value: language } } } } },
    numbering: {
      config: [
        {
          reference: NUMBERED,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        children: [
          ...head.map(text => new Paragraph({ text })),
          new Paragraph({
            spacing: { before: AFTER * 2, after: AFTER },
            children: [new TextRun({ text: subject, bold: true })],
          }),
          ...opening.map(plain),
          ...questions.map(
            ({ text }) =>
              new Paragraph({
                text,
                spacing: { after: AFTER },
                numbering: { reference: NUMBERED, level: 0 },
              }),
          ),
          ...closing.map(plain),
          plain(from),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
