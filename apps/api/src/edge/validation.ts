import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { DomainError, type Bilingual, type FieldFault } from '#libs/errors';
import { formatWon, MAX_INPUT_WON, won } from '#libs/money';

type Explain = (error: ValidationError) => Bilingual;

/** A sentence for each constraint that our fields use; what a user reads instead of the validator's words. */
const SENTENCES: Readonly<Record<string, Explain>> = {
  isWon: () => ({
    ko: `금액은 0보다 큰 원 단위 정수를 문자열로 입력해 주세요(최대 ${formatWon(won(MAX_INPUT_WON))}원). 예: "5500000000"`,
    en: `Give the amount in whole won, above zero, as a string of digits (at most ${formatWon(won(MAX_INPUT_WON))}), such as "5500000000".`,
  }),
  isLocalDate: () => ({ ko: '날짜는 2023-06-30 형식의 실제 날짜여야 합니다.', en: 'Give a date that exists, as 2023-06-30.' }),
  isKnownAt: () => ({ ko: '날짜(2023-06-30) 또는 시각(2023-06-30T15:00:00+09:00)이어야 합니다.', en: 'Give a date (2023-06-30) or an instant (2023-06-30T15:00:00+09:00).' }),
  isInstant: () => ({ ko: '시각은 2023-06-30T15:00:00+09:00 형식이어야 합니다.', en: 'Give an instant such as 2023-06-30T15:00:00+09:00.' }),
  isPrintable: () => ({ ko: '사용할 수 없는 제어문자가 들어 있습니다.', en: 'It contains control characters.' }),
  isLength: () => ({ ko: '글자 수가 허용 범위를 벗어났습니다.', en: 'It is too short or too long.' }),
  isVisible: () => ({ ko: '빈칸이 아닌 글자를 입력해 주세요.', en: 'Give something other than blanks.' }),
  isString: () => ({ ko: '문자열이어야 합니다.', en: 'It must be text.' }),
  isInt: () => ({ ko: '정수여야 합니다.', en: 'It must be a whole number.' }),
  min: () => ({ ko: '허용된 최솟값보다 작습니다.', en: 'It is below the least allowed.' }),
  max: () => ({ ko: '허용된 최댓값보다 큽니다.', en: 'It is above the most allowed.' }),
  isIn: () => ({ ko: '정해진 값 중 하나여야 합니다.', en: 'It must be one of the listed values.' }),
  isUuid: () => ({ ko: '올바른 식별자가 아닙니다.', en: 'It is not an identifier.' }),
  isBoolean: () => ({ ko: 'true 또는 false여야 합니다.', en: 'It must be true or false.' }),
  isObject: () => ({ ko: '항목의 형식이 올바르지 않습니다.', en: 'It must be an object.' }),
  isListOfObjects: () => ({ ko: '목록의 항목 형식이 올바르지 않습니다.', en: 'Every item of the list must be an object.' }),
  isNetwork: () => ({ ko: 'IP 주소 또는 CIDR 블록(예: 10.0.0.0/8)이어야 합니다.', en: 'Give an IP address or a CIDR block, such as 10.0.0.0/8.' }),
  isArray: () => ({ ko: '목록이어야 합니다.', en: 'It must be a list.' }),
  arrayUnique: () => ({ ko: '같은 값이 두 번 들어 있습니다.', en: 'A value stands there twice.' }),
  arrayMinSize: () => ({ ko: '항목이 부족합니다.', en: 'There are too few items.' }),
  arrayMaxSize: () => ({ ko: '항목이 너무 많습니다.', en: 'There are too many items.' }),
  matches: () => ({ ko: '형식이 올바르지 않습니다.', en: 'It does not have the right form.' }),
  nestedValidation: () => ({ ko: '항목의 형식이 올바르지 않습니다.', en: 'It must be an object.' }),
  whitelistValidation: (error) => ({ ko: `알 수 없는 항목 '${error.property}'입니다. 철자를 확인해 주세요.`, en: `There is no field '${error.property}'. Check its spelling.` }),
};

const UNKNOWN: Bilingual = { ko: '값이 올바르지 않습니다.', en: 'The value is not right.' };
const REQUIRED: Bilingual = { ko: '필수 항목입니다.', en: 'This is required.' };

/** What is wrong with the kind of value is said before what is wrong with the value. */
const KINDS_FIRST = ['isString', 'isArray', 'isObject', 'isInt', 'isBoolean'];

function faultsOf(errors: readonly ValidationError[], path: string): FieldFault[] {
  return errors.flatMap((error) => {
    const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const broken = Object.keys(error.constraints ?? {}).sort();
    // Below something of the wrong kind every further fault follows from it.
    const kind = KINDS_FIRST.find((each) => broken.includes(each));
    if (kind !== undefined) return [faultAt(pointer, kind, error)];
    const below = faultsOf(error.children ?? [], pointer);
    return below.length > 0 || broken[0] === undefined ? below : [faultAt(pointer, broken[0], error)];
  });
}

function faultAt(pointer: string, constraint: string, error: ValidationError): FieldFault {
  const missing = error.value === undefined && constraint !== 'whitelistValidation';
  return { pointer, code: missing ? 'field.required' : `field.${constraint}`, text: missing ? REQUIRED : (SENTENCES[constraint]?.(error) ?? UNKNOWN) };
}

/** Deeper than any of our forms; the libraries behind this pipe are recursive. */
const DEEPEST_BODY = 16;

/** Checks every body and query against its DTO and refuses what the DTO does not know. */
class InputPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && value !== undefined) requireForm(value);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

function requireForm(body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new DomainError('invalid', 'request.not-an-object', { ko: '요청 내용은 JSON 객체({ … })여야 합니다.', en: 'The body must be a JSON object ({ … }).' });
  }
  let level: unknown[] = [body];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST_BODY) {
      throw new DomainError('invalid', 'request.too-deep', { ko: '요청 내용이 너무 여러 겹으로 되어 있습니다.', en: 'The body is nested too deeply.' });
    }
    level = level.flatMap((value) => Object.values(value as object).filter((member) => typeof member === 'object' && member !== null) as unknown[]);
  }
}

export const validationPipe = new InputPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  // The values tell what is missing from what is wrong.
  validationError: { target: false, value: true },
  exceptionFactory: (errors) => {
    const faults = faultsOf(errors, '');
    const first = faults[0]?.text ?? UNKNOWN;
    return new DomainError('invalid', 'request.invalid', { ko: `입력값을 확인해 주세요: ${first.ko}`, en: `Check the input: ${first.en}` }, { faults });
  },
});
