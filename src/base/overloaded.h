#pragma once

namespace pl {

// Lambdas as one visitor of a variant: std::visit(Overloaded{[](A&) {...}, [](B&) {...}}, variant).
template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace pl
