/** Particles by the sound before them: after a consonant, after a vowel (ㄹ counts as a vowel before 로). */
const PARTICLES: readonly (readonly [afterConsonant: string, afterVowel: string])[] = [['은', '는'], ['이', '가'], ['을', '를'], ['과', '와'], ['으로', '로']];
/** How a text offers both of a pair where it cannot know the word before: 은(는), (으)로. */
const OFFERED = ['은\\(는\\)', '이\\(가\\)', '을\\(를\\)', '과\\(와\\)', '\\(으\\)로'] as const;
const [HANGUL_FROM, HANGUL_TO, FINALS, FINAL_RIEUL] = [0xac00, 0xd7a3, 28, 8];
/** What digits and letters are read as ends in: '일', '삼', '엘', '엠'. */
const READ_AS: Readonly<Record<string, string>> = { 0: '영', 1: '일', 3: '삼', 6: '육', 7: '칠', 8: '팔', L: '엘', M: '엠', N: '엔', R: '알' };
const CLOSING = '[’\'”"」』>)\\]\\s]*';

const PATTERNS = OFFERED.map((offered, index) => ({ pattern: new RegExp(`([가-힣0-9A-Z%])(${CLOSING})${offered}`, 'gu'), pair: PARTICLES[index] ?? ['', ''] }));

/** Every form of every particle, longer ones first. */
export const PARTICLE_FORMS = PARTICLES.flat().sort((one, other) => other.length - one.length);

/** The form of a particle that fits behind a word. */
export function fitting(word: string, particle: string): string {
  const pair = PARTICLES.find((each) => each.includes(particle));
  return pair === undefined ? particle : formOf(word.at(-1) ?? '', pair);
}

/** A text that offers both forms, with the one that is spoken; behind a word that nobody knows how to read both stay. */
export function withParticles(text: string): string {
  if (!text.includes('(')) return text;
  return PATTERNS.reduce((told, { pattern, pair }) => told.replace(pattern, (_, last: string, closing: string) => `${last}${closing}${formOf(last, pair)}`), text);
}

function formOf(last: string, [consonant, vowel]: readonly [string, string]): string {
  const read = READ_AS[last] ?? last;
  const code = read.charCodeAt(0);
  // Other digits and letters are read with a vowel at the end: '이', '씨', '퍼센트'.
  const final = code < HANGUL_FROM || code > HANGUL_TO ? 0 : (code - HANGUL_FROM) % FINALS;
  return final === 0 || (vowel === '로' && final === FINAL_RIEUL) ? vowel : consonant;
}
