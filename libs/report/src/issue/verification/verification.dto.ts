import { BilingualDto, ShownChoice, ShownDate, ShownInstant, ShownInteger, ShownObject, ShownText } from '#libs/http';
import { ISSUE_STATUSES, STAMP_PROBLEMS } from '../issue.js';

export class VerifiedReportDto {
  @ShownText()
  code!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownChoice(ISSUE_STATUSES)
  status!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText({ description: 'The house that issued it' })
  issuer!: string;

  @ShownDate()
  issuedOn!: string;

  @ShownDate({ nullable: true, description: 'When it was replaced or withdrawn' })
  changedOn!: string | null;

  @ShownInteger({ nullable: true, description: 'The version of this number that holds; null: none does' })
  validVersion!: number | null;

  @ShownText({ description: 'Fingerprint of the data, as it is printed' })
  dataSha256!: string;

  @ShownText({ nullable: true, description: 'SHA-256 of the PDF as it was issued; null until it is printed' })
  fileSha256!: string | null;

  @ShownText({ nullable: true, description: 'B-B, or B-T with an attested time' })
  signatureLevel!: string | null;

  @ShownText({ nullable: true })
  signer!: string | null;

  @ShownText({ nullable: true, description: 'SHA-256 of the certificate' })
  signerFingerprint!: string | null;

  @ShownInstant({ nullable: true, description: 'When the signature was there, as an authority attests it' })
  stampedAt!: Date | null;

  @ShownText({ nullable: true, description: 'The authority' })
  stampedBy!: string | null;

  @ShownChoice(STAMP_PROBLEMS, { nullable: true, description: 'Why no time is attested although an authority is named' })
  stampProblem!: string | null;
}
