/** A field of a form that a person sends: its label and its input. */
import type { InputHTMLAttributes } from 'react';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
}

export function Field({ label, ...input }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input {...input} />
    </label>
  );
}

/** A partial date that must be given. */
export function DateInput({ label, name }: { readonly label: string; readonly name: string }) {
  return (
    <Field label={label} name={name} required pattern="\d{4}(-\d{2}(-\d{2})?)?" placeholder="2026-01-31" />
  );
}
