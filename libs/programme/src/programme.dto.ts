import { BasisPointsField, DateField, IntegerField, ShownDate, ShownId, ShownInteger, ShownList, ShownText, ShownWon, TextField, WonField } from '#libs/http';

export class CreateProgrammeDto {
  @TextField({ max: 40, example: 'PTC-FUND' })
  code!: string;

  @TextField({ max: 200 })
  nameKo!: string;

  @TextField({ max: 200 })
  nameEn!: string;

  @DateField()
  horizonFrom!: string;

  @DateField()
  horizonTo!: string;

  @WonField({ optional: true, description: 'Planned size' })
  targetCommitmentWon?: string;

  @BasisPointsField({ optional: true, description: 'Obligation of the programme as a whole; 5000 is 50 %' })
  obligationRatioBasisPoints?: number;

  @TextField({ max: 200, optional: true, description: 'Notice or plan it rests on' })
  clause?: string;
}

export class AddVintageDto {
  @IntegerField({ min: 2000, max: 2200 })
  year!: number;
}

export class VintageDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  year!: number;
}

export class CreatedProgrammeDto {
  @ShownId()
  id!: string;
}

export class ProgrammeDto {
  @ShownId()
  id!: string;

  @ShownText()
  code!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;

  @ShownDate()
  horizonFrom!: string;

  @ShownDate()
  horizonTo!: string;

  @ShownWon({ nullable: true })
  targetCommitmentWon!: string | null;

  @ShownList(() => VintageDto)
  vintages!: VintageDto[];
}
