/** A PNG or JPEG as a scan of one page: its words, where languages to recognise them in are given. */
import { Problem } from '#core/errors.ts';
import type { Extracted, ExtractOptions } from '#evidence/sources/extracted.ts';
import { bounded, type Picture } from '#evidence/sources/pdf-picture.ts';
import { Composer } from '#evidence/sources/pdf-text.ts';
import { DPI, Recogniser } from '#evidence/sources/scan.ts';

/** Pixels: unpacked, each takes four bytes. */
const MAX_PIXELS = 100_000_000;

/** Throws `file.scan`, `file.empty`, `file.broken`, `file.large`. */
export async function readPicture(
  bytes: Uint8Array,
  name: string,
  { ocr = [] }: ExtractOptions,
): Promise<Extracted> {
  const size = sizeOf(bytes);
  if (!size) throw new Problem('file.broken', { what: name });
  if (size.width * size.height > MAX_PIXELS)
    throw new Problem('file.large', { what: name, limit: `${MAX_PIXELS / 1e6} megapixels` });
  if (ocr.length === 0) throw new Problem('file.scan', { what: name });
  const picture = await drawn(bytes, name, size.width);
  const recogniser = new Recogniser(ocr);
  try {
    const [width, height] = [(picture.width * 72) / DPI, (picture.height * 72) / DPI];
    const words = await recogniser.words(picture, width, 1);
    let text = '';
    const composer = new Composer((_, part) => {
      text += part;
    });
    composer.add({ number: 1, width, height, words });
    composer.end();
    const mediaType = isPng(bytes) ? 'image/png' : 'image/jpeg';
    return {
      mediaType,
      text,
      extractor: ['layout/1', ...recogniser.record()].join(' '),
      pages: [],
      title: null,
      parts: [],
      capture: null,
      about: {},
    };
  } finally {
    await recogniser.close();
  }
}

/** On white, within bounds; a small one is drawn larger, since the engine knows letters of a certain size. */
async function drawn(bytes: Uint8Array, name: string, across: number): Promise<Picture> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes).catch(error => {
    throw new Problem('file.broken', { what: name }, { cause: error });
  });
  const { width, height } = bounded(image.width, image.height, Math.max(across, Math.min(across * 3, 2000)));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return { png: await canvas.encode('png'), width, height };
}

export function isPicture(bytes: Uint8Array): boolean {
  return sizeOf(bytes) !== undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the head of the file, before anything is unpacked; undefined for what is no PNG or JPEG. */
function sizeOf(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = isPng(bytes) ? pngSize(view) : jpegSize(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return PNG.every((byte, n) => bytes[n] === byte);
}

function pngSize(view: DataView): Size | undefined {
  // the first chunk is the header: IHDR, width, height
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks from segment to segment to the one that begins a frame. */
function jpegSize(view: DataView): Size | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
