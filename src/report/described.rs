//! How the structs of reports are defined, so that the schema says what they say (feature
//! `schema`).

/// Defines the struct of a view as it stands. For the schema, `as` after the type of a field says
/// more of its value, in the terms of `shapes`: that it is one of some words, or a day.
macro_rules! view {
    (
        $(#[doc = $about:literal])+
        #[derive($($derive:ident),+)]
        pub struct $name:ident {
            $($(#[doc = $doc:literal])+ pub $field:ident: $type:ty $(as $shape:expr)?,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive($($derive),+)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: $type,)+
        }

        #[cfg(feature = "schema")]
        impl $crate::shape::Described for $name {
            const NAME: &'static str = stringify!($name);
            const ABOUT: &'static [&'static str] = &[$($about),+];

            fn fields(defs: &mut $crate::shape::Defs) -> $crate::shape::Fields {
                #[allow(unused_imports, reason = "not every view says more of its fields")]
                use $crate::report::described::shapes::*;
                use $crate::shape::{Fields, Shape, Value};
                let mut fields = Fields::default();
                $(
                    let said: Option<Shape> = None;
                    $(let said = said.or(Some($shape));)?
                    let shape = <$type as View>::shape(said, defs);
                    // Nothing is left out of a report: what is not there is null.
                    let value = Value { required: true, ..shape.into() };
                    fields.add(stringify!($field), &[$($doc),+], value);
                )+
                fields
            }
        }

        #[cfg(feature = "schema")]
        impl $crate::report::described::shapes::View for $name {
            fn shape(
                _: Option<$crate::shape::Shape>,
                defs: &mut $crate::shape::Defs,
            ) -> $crate::shape::Shape {
                defs.link::<Self>()
            }
        }
    };
}
pub(super) use view;

/// Defines a function from values to the words of serialised forms, which stay though a variant is
/// renamed, and a list of these words for the schema.
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        $vis:vis fn $name:ident($value:ident: $type:ty) in $list:ident {
            $($pattern:pat => $word:literal,)+
        }
    ) => {
        $(#[doc = $doc])*
        $vis fn $name($value: $type) -> &'static str {
            match $value {
                $($pattern => $word,)+
            }
        }

        #[cfg(feature = "schema")]
        $vis const $list: &[&str] = &[$($word),+];
    };
}
pub(super) use words;

/// Shapes of what stands in the fields of views, by the names that views use.
#[cfg(feature = "schema")]
pub(super) mod shapes {
    use std::borrow::Cow;

    use crate::{
        document::Vocabulary,
        shape::{Defs, Shape},
    };

    /// The type of a field of a view; `said` is what the view says of the value in it.
    pub(in crate::report) trait View {
        fn shape(said: Option<Shape>, defs: &mut Defs) -> Shape;
    }

    macro_rules! shapes {
        ($($type:ty: $shape:expr;)+) => {$(
            impl View for $type {
                fn shape(said: Option<Shape>, _: &mut Defs) -> Shape {
                    said.unwrap_or_else(|| $shape)
                }
            }
        )+};
    }
    shapes! {
        String: Shape::of("string");
        &'static str: Shape::of("string");
        bool: Shape::of("boolean");
        i64: Shape::of("integer");
        u8: whole(0, None);
        u32: whole(0, None);
        u64: whole(0, None);
        u128: whole(0, None);
    }

    impl<T: View> View for Option<T> {
        fn shape(said: Option<Shape>, defs: &mut Defs) -> Shape {
            T::shape(said, defs).or_null()
        }
    }

    impl<T: View> View for Vec<T> {
        fn shape(said: Option<Shape>, defs: &mut Defs) -> Shape {
            Shape::list(T::shape(said, defs))
        }
    }

    /// One of some words.
    pub(in crate::report) fn one_of<W>(words: impl IntoIterator<Item = W>) -> Shape
    where
        W: Into<Cow<'static, str>>,
    {
        Shape::one_of(words)
    }

    /// One of the words of a closed list.
    pub(in crate::report) fn words_of<V: Vocabulary>() -> Shape {
        one_of(V::WORDS.iter().map(|(_, word)| *word))
    }

    /// This word and no other.
    pub(in crate::report) fn just(word: &'static str) -> Shape {
        Shape::default().with("const", word)
    }

    /// A whole number within bounds.
    pub(in crate::report) fn whole(least: u64, most: Option<u64>) -> Shape {
        let number = Shape::of("integer").with("minimum", least);
        match most {
            Some(most) => number.with("maximum", most),
            None => number,
        }
    }

    /// A day in ISO form.
    pub(in crate::report) fn day_text() -> Shape {
        Shape::of("string").with("format", "date")
    }

    /// A financial year: `2021/22`.
    pub(in crate::report) fn year_text() -> Shape {
        Shape::of("string").with("pattern", "^[0-9]{4}/[0-9]{2}$")
    }

    /// The id of a row.
    pub(in crate::report) fn uuid_text() -> Shape {
        Shape::of("string").with("format", "uuid")
    }

    /// The code of a rule or of a fault of reading.
    pub(in crate::report) fn code_text() -> Shape {
        Shape::of("string").with("pattern", "^[A-Z]{3}-[0-9]{3}$")
    }
}
