const LONGEST_NAME = 255;
const LONGEST_EXTENSION = 20;
const UNNAMED = '이름 없는 파일';

/** Control characters, and those that turn the direction of reading around so that `exe.pdf` can look like `fdp.exe`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * A file's name as it is kept: composed (NFC), without the folders that some browsers send along, without characters
 * nobody can see, at most 255 code units with the extension spared.
 */
export function cleanFileName(given: string | undefined): string {
  const base = (given ?? '').toWellFormed().replaceAll('�', '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = base.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim().replace(/[. ]+$/u, '');
  if (visible === '' || /^\.*$/.test(visible)) return UNNAMED;
  return shorten(visible);
}

/** The extension in lower case without the dot; '' where there is none. */
export function extensionOf(fileName: string): string {
  return /[^.]\.([^.\s]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const extension = extensionOf(name);
  const tail = extension === '' || extension.length > LONGEST_EXTENSION ? '' : name.slice(-extension.length - 1);
  return name.slice(0, LONGEST_NAME - tail.length).toWellFormed().replace(/�$/u, '').trimEnd() + tail;
}
