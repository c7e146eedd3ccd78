import { ArrayMaxSize, ArrayMinSize, IsString, MaxLength } from 'class-validator';
import { IntegerField, ShownFlag, ShownId, ShownInstant, ShownList, ShownText, ShownTexts, TextField } from '#libs/http';
import { ApiProperty } from '@nestjs/swagger';

export class OpenBreakGlassDto {
  @ApiProperty({ type: [String], description: 'Names of the commands that are to pass' })
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  commands!: string[];

  @IntegerField({ min: 1, max: 24 })
  hours!: number;

  @TextField({ min: 10, max: 500, multiline: true })
  reason!: string;
}

export class OpenedBreakGlassDto {
  @ShownId()
  id!: string;

  @ShownInstant()
  openUntil!: string;
}

export class BreakGlassUseDto {
  @ShownId()
  commandId!: string;

  @ShownText()
  command!: string;

  @ShownInstant()
  at!: string;
}

export class BreakGlassDto {
  @ShownId()
  id!: string;

  @ShownText()
  userName!: string;

  @ShownTexts()
  commands!: string[];

  @ShownText()
  reason!: string;

  @ShownInstant()
  openedAt!: string;

  @ShownInstant()
  openUntil!: string;

  @ShownFlag({ description: 'True when it is yours: while it is open, send its id as the header `Break-Glass`' })
  own!: boolean;

  @ShownList(() => BreakGlassUseDto)
  uses!: BreakGlassUseDto[];
}
