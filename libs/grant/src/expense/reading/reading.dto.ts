import { BilingualDto, ShownChoice, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, TextField } from '#libs/http';
import { EVIDENCE_KINDS } from '../../evidence/evidence.js';
import { RESOURCES } from '../../line/line.js';

export class ReadExpensesDto {
  @TextField({ max: 1_000_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row' })
  text!: string;
}

export class ReadRemarkDto {
  @ShownText({ description: 'Member of the row that could not be read' })
  field!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What to do' })
  fix!: BilingualDto | null;
}

export class ReadExpenseDto {
  @ShownInteger({ description: 'Row number in the list' })
  row!: number;

  @ShownId({ nullable: true, description: 'Null where no agreement of the call is named' })
  agreementId!: string | null;

  @ShownText({ description: 'As the list names the agreement' })
  agreement!: string;

  @ShownText()
  line!: string;

  @ShownChoice(RESOURCES)
  resource!: string;

  @ShownText()
  spentOn!: string;

  @ShownText()
  committedOn!: string;

  @ShownText()
  payeeNumber!: string;

  @ShownText()
  payeeName!: string;

  @ShownText()
  purpose!: string;

  @ShownText()
  supplyWon!: string;

  @ShownText()
  vatWon!: string;

  @ShownChoice(EVIDENCE_KINDS, { nullable: true })
  evidenceKind!: string | null;

  @ShownText()
  evidenceNumber!: string;

  @ShownList(() => ReadRemarkDto)
  remarks!: ReadRemarkDto[];
}

export class ReadExpenseListDto {
  @ShownTexts({ description: 'Headers that were not found; with any of them nothing is read' })
  missing!: string[];

  @ShownList(() => ReadExpenseDto)
  rows!: ReadExpenseDto[];
}
