/**
 * The part of `window.__adobe_cep__` that is used: runs a script in Premiere's ExtendScript engine
 * and gives what it evaluates to as text; any throw gives the fixed text `EvalScript error.`
 * (CEP cookbook, “evalScript”).
 */
export interface CepBridge {
  evalScript(script: string, callback: (result: string) => void): void;
}
