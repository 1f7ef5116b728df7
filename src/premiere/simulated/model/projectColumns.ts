/** A column that every project has. */
export interface ProjectColumn {
  readonly heading: string;
  /** Whether the panel shows it before anybody changes its layout. */
  readonly isShown: boolean;
  /** Whether a script may write it; the others are computed and ignore what is written. */
  readonly isWritable: boolean;
}

const shown = (heading: string): ProjectColumn => ({ heading, isShown: true, isWritable: false });
const hidden = (heading: string): ProjectColumn => ({ heading, isShown: false, isWritable: false });
const shownText = (heading: string): ProjectColumn => ({ ...shown(heading), isWritable: true });
const hiddenText = (heading: string): ProjectColumn => ({ ...hidden(heading), isWritable: true });

/** Premiere's own columns by their ids, in the order of the panel, as projects of 26.3 hold them. */
export const projectColumns: Readonly<Record<string, ProjectColumn>> = {
  'Column.PropertyText.Label': shown('Label'),
  'Column.Intrinsic.Name': shownText('Name'),
  'Column.Intrinsic.MediaType': hidden('Media Type'),
  'Column.Intrinsic.MediaTimebase': shown('Frame Rate'),
  'Column.Intrinsic.MediaStart': shown('Media Start'),
  'Column.Intrinsic.MediaEnd': shown('Media End'),
  'Column.Intrinsic.MediaDuration': shown('Media Duration'),
  'Column.Intrinsic.VideoInPoint': shown('Video In Point'),
  'Column.Intrinsic.VideoOutPoint': shown('Video Out Point'),
  'Column.Intrinsic.VideoDuration': shown('Video Duration'),
  'Column.Intrinsic.AudioInPoint': hidden('Audio In Point'),
  'Column.Intrinsic.AudioOutPoint': hidden('Audio Out Point'),
  'Column.Intrinsic.AudioDuration': hidden('Audio Duration'),
  'Column.Intrinsic.SubclipStart': shown('Subclip Start'),
  'Column.Intrinsic.SubclipEnd': shown('Subclip End'),
  'Column.Intrinsic.SubclipDuration': shown('Subclip Duration'),
  'Column.Intrinsic.VideoInfo': shown('Video Info'),
  'Column.Intrinsic.AudioInfo': shown('Audio Info'),
  'Column.Intrinsic.VideoUsage': hidden('Video Usage'),
  'Column.Intrinsic.AudioUsage': hidden('Audio Usage'),
  'Column.Intrinsic.TapeName': shownText('Tape Name'),
  'Column.PropertyText.Description': shownText('Description'),
  'Column.PropertyText.Comment': hiddenText('Comment'),
  'Column.Intrinsic.LogNote': shownText('Log Note'),
  'Column.Intrinsic.FilePath': hidden('Media File Path'),
  'Column.PropertyText.Status': shown('Status'),
  'Column.PropertyText.OfflineProperties': hidden('Offline Properties'),
  'Column.Intrinsic.FileName': hidden('Media File Name'),
  'Column.PropertyText.Scene': shownText('Scene'),
  'Column.PropertyText.Shot': shownText('Shot'),
  'Column.PropertyText.Client': hiddenText('Client'),
  'Column.PropertyBool.Good': shownText('Good'),
  'Column.PropertyBool.Hide': shownText('Hide'),
  'Column.Intrinsic.SoundTimeCode': hidden('Sound Timecode'),
  'Column.PropertyText.SoundRoll': hiddenText('Sound Roll'),
  'Column.PropertyText.FilmCameraRoll': hiddenText('Camera Roll'),
  'Column.PropertyText.FilmDailyRoll': hiddenText('Daily Roll'),
  'Column.PropertyText.FilmLabRoll': hiddenText('Lab Roll'),
  'Column.PropertyText.FilmKeycode': hiddenText('Keycode'),
  'Column.PropertyText.SyncOffset': hidden('Sync Offset'),
  'Column.PropertyText.Codec': hidden('Video Codec'),
  'Column.PropertyText.FieldOrder': hidden('Field Order'),
  'Column.PropertyText.Proxy': hidden('Proxy'),
  'Column.PropertyText.BinLocked': hidden('Project Locked'),
  'Column.PropertyText.ASCSOP': hiddenText('ASC_SOP'),
  'Column.PropertyText.ASCSAT': hiddenText('ASC_SAT'),
  'Column.PropertyText.Lut': hiddenText('Lut'),
  'Column.PropertyText.Lut1': hiddenText('Lut1'),
  'Column.PropertyText.Lut2': hiddenText('Lut2'),
  'Column.PropertyText.OriginalVideoFileName': hiddenText('Original Video File Name'),
  'Column.PropertyText.OriginalAudioFileName': hiddenText('Original Audio File Name'),
  'Column.Intrinsic.ProxyFilePath': hidden('Proxy Media File Path'),
  'Column.Intrinsic.ProxyFileName': hidden('Proxy Media File Name'),
};

/** English heading → heading in another language; where there is none the English one stands. */
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    Label: 'Etikett',
    'Frame Rate': 'Framerate',
    'Media Start': 'Medienstart',
    'Media End': 'Medienende',
    'Media Duration': 'Mediendauer',
    'Tape Name': 'Bandname',
    Description: 'Beschreibung',
    'Log Note': 'Protokollnotiz',
    Scene: 'Szene',
    Shot: 'Aufnahme',
    Good: 'Gut',
    Hide: 'Ausblenden',
  },
  es: {
    Label: 'Etiqueta',
    Name: 'Nombre',
    'Frame Rate': 'Velocidad de fotogramas',
    'Media Start': 'Inicio del medio',
    'Media End': 'Fin del medio',
    'Media Duration': 'Duración del medio',
    'Tape Name': 'Nombre de cinta',
    Description: 'Descripción',
    'Log Note': 'Nota de registro',
    Scene: 'Escena',
    Shot: 'Toma',
    Good: 'Bueno',
    Hide: 'Ocultar',
  },
  ja: {
    Label: 'ラベル',
    Name: '名前',
    'Frame Rate': 'フレームレート',
    'Media Start': 'メディア開始',
    'Media End': 'メディア終了',
    'Media Duration': 'メディアデュレーション',
    'Tape Name': 'テープ名',
    Description: '説明',
    'Log Note': 'ログノート',
    Scene: 'シーン',
    Shot: 'ショット',
    Good: '良好',
    Hide: '非表示',
  },
};

/** The heading of a column in a language. */
export function headingOf(heading: string, language: string): string {
  return translations[language]?.[heading] ?? heading;
}
