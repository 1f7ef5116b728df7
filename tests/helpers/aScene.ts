import type { ScriptScene } from '../../src/domain/script/ScriptScene';

/** A scene of the script: 24 with setups 24 and 24A, nothing circled, a page long. */
export function aScene(scene: Partial<ScriptScene> = {}): ScriptScene {
  return {
    line: 2,
    number: '24',
    heading: 'INT. KITCHEN - DAY',
    eighths: 8,
    setups: ['24', '24A'],
    circled: [],
    dialogue: '',
    ...scene,
  };
}
