import { ChoiceField, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownText, TextField, VerdictDto } from '#libs/http';

export class FileGrantObjectionDto {
  @DateField({ optional: true, description: 'Default: today' })
  filedOn?: string;

  @TextField({ min: 5, max: 2000, multiline: true })
  reason!: string;

  @FlagField({ optional: true, description: 'Only whether it would be in time' })
  dryRun?: boolean;
}

export class FiledGrantObjectionDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class DecideGrantObjectionDto {
  @ChoiceField(['UPHELD', 'DISMISSED'], { description: 'UPHELD: the application is checked or evaluated again' })
  outcome!: string;

  @DateField({ optional: true, description: 'Default: today' })
  decidedOn?: string;

  @TextField({ min: 5, max: 2000, multiline: true, description: 'As the applicant is told' })
  reason!: string;
}

export class DecidedGrantObjectionDto {
  @ShownId()
  id!: string;

  @ShownText({ description: 'Where the application stands now' })
  state!: string;
}

export class GrantObjectionDto {
  @ShownId()
  id!: string;

  @ShownId()
  applicationId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  title!: string;

  @ShownText()
  lead!: string;

  @ShownChoice(['REJECTED', 'WAITLISTED'])
  against!: string;

  @ShownDate()
  filedOn!: string;

  @ShownText()
  reason!: string;

  @ShownChoice(['UPHELD', 'DISMISSED'], { nullable: true, description: 'Null while it is undecided' })
  outcome!: string | null;

  @ShownDate({ nullable: true })
  decidedOn!: string | null;

  @ShownText({ nullable: true })
  answer!: string | null;
}
