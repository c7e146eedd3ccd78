import type { Line, TextStyle } from '../font/lines.js';
import type { CompactDocument } from './compact-document.js';
import { embedFonts } from './embedded-fonts.js';
import { number, rgb, showText } from './operators.js';

/** A hundredth of a point is finer than any printer: where lines of a run stand is counted in these. */
const hundredths = (points: number): number => Math.round(points * 100);

/** Writes text. Remembers colour and font of the page, and where it stands, so that runs of cells do not repeat them. */
export class Pen {
  private readonly fonts: ReturnType<typeof embedFonts>;
  private color = '';
  private font = '';
  /** Whether a text object is open, and where its line begins, in hundredths of a point. */
  private running = false;
  private right = 0;
  private up = 0;

  constructor(private readonly document: CompactDocument) {
    this.fonts = embedFonts(document);
  }

  /** To be called before anything but a line of the run is painted. */
  lift(): void {
    if (this.running) this.document.content.text('ET\n');
    this.running = false;
  }

  /** To be called where nothing is set: when a page begins, and after a saved state has come back. */
  forget(): void {
    this.lift();
    this.color = '';
    this.font = '';
  }

  /** A shape has been filled with this colour. */
  filledWith(color: string): void {
    this.color = color;
  }

  /** One line of text in a text object of its own. `angle` is degrees, counter-clockwise. */
  write(line: Line, style: TextStyle, x: number, y: number, angle: number): void {
    if (line.to === line.from) return;
    const out = this.document.content;
    this.dip(style);
    const radians = (angle * Math.PI) / 180;
    const turn = [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians)];
    const place = `${number(x)} ${number(this.document.page.height - y)}`;
    out.text(angle === 0 ? `BT ${place} Td` : `BT ${turn.map(number).join(' ')} ${place} Tm`);
    showText(out, line, this.fonts[style.weight].codeOf);
    out.text(' ET\n');
  }

  /** One line of text as marked content of its own, in a text object that lines after it share. `operator` goes up to the mark. */
  writeOn(operator: string, mark: number, line: Line, style: TextStyle, x: number, y: number): void {
    const out = this.document.content;
    if (!this.running) {
      out.text('BT\n');
      this.running = true;
      this.right = 0;
      this.up = 0;
    }
    this.dip(style);
    out.text(operator).integer(mark).text('>>BDC ');
    const [right, up] = [hundredths(x), hundredths(this.document.page.height - y)];
    out.scaled(right - this.right, 2).text(' ').scaled(up - this.up, 2).text(' Td');
    this.right = right;
    this.up = up;
    showText(out, line, this.fonts[style.weight].codeOf);
    out.text(' EMC\n');
  }

  /** Sets colour and font where they are not set yet. */
  private dip(style: TextStyle): void {
    const { embedded } = this.fonts[style.weight];
    const { content, page } = this.document;
    if (this.color !== style.color) content.text(`${rgb(style.color)} rg\n`);
    const font = `/${embedded.id} ${number(style.size)} Tf\n`;
    if (this.font !== font) content.text(font);
    this.color = style.color;
    this.font = font;
    page.fonts[embedded.id] ??= embedded.ref();
  }
}
