import { accepted, refused, type Parsed } from './parsed.js';
import { compactIdentifier, quoted } from './text.js';

/** Reads a national researcher number (국가연구자번호): eight digits. RESEARCHER_NUMBER_FORMAT: anything else. */
export function parseResearcherNumber(text: string): Parsed<string> {
  const digits = compactIdentifier(text);
  if (/^[0-9]{8}$/.test(digits)) return accepted(digits);
  return refused('RESEARCHER_NUMBER_FORMAT', {
    ko: `국가연구자번호 '${quoted(text)}'이(가) 숫자 8자리가 아닙니다. IRIS에 등록된 번호를 적으십시오.`,
    en: `The national researcher number '${quoted(text)}' is not eight digits. Use the number registered with IRIS.`,
  });
}
