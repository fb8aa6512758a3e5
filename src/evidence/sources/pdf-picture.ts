/** A page drawn as PNG, within bounds whatever its size; and whether it shows a picture at all. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { given } from '#evidence/sources/pdf-document.ts';

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pixels: 64 MB of memory, an A4 page at 400 dpi. */
export const MAX_PIXELS = 16_000_000;
const MAX_WIDTH = 4000;

/** Width and height in pixels of what has this shape, not more than may be held. */
export function bounded(width: number, height: number, wanted: number): { width: number; height: number } {
  const shape = Math.min(Math.max(height / width, 1e-4), 1e4);
  const across = Math.max(1, Math.min(wanted, MAX_WIDTH, Math.sqrt(MAX_PIXELS / shape), MAX_PIXELS));
  return { width: Math.max(1, Math.floor(across)), height: Math.max(1, Math.floor(across * shape)) };
}

/** `wanted` pixels wide, or as wide as the bounds allow. */
export async function pictureOf(page: PDFPageProxy, wanted: number, name: string): Promise<Picture> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const whole = page.getViewport({ scale: 1 });
  const { width, height } = bounded(whole.width, whole.height, wanted);
  const canvas = createCanvas(width, height);
  const viewport = page.getViewport({ scale: width / whole.width });
  const task = page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' });
  await given(task.promise, name);
  return { png: await canvas.encode('png'), width, height };
}

/** Letters drawn as shapes take many paths. */
const MANY_PATHS = 100;

export async function hasPicture(page: PDFPageProxy, name: string): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray } = await given(page.getOperatorList(), name);
  const images = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintImageMaskXObjectRepeat,
  ]);
  return (
    fnArray.some(it => images.has(it)) || fnArray.filter(it => it === OPS.constructPath).length > MANY_PATHS
  );
}
